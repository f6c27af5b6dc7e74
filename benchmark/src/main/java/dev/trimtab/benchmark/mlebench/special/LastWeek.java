package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.KFold;
import dev.trimtab.benchmark.mlebench.recipe.Part;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Split;
import dev.trimtab.benchmark.mlebench.recipe.RawData;
import dev.trimtab.benchmark.mlebench.recipe.RowSplit;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.recipe.SplitRule;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** h-and-m-personalized-fashion-recommendations: the purchases of the last days are what is to be predicted. */
final class LastWeek implements SpecialStep, SplitRule {
    private static final int DAYS = 7;

    @Override
    public RowSplit split(Split rule, PandasTable table, RawData raw) throws IOException {
        List<String> days = new ArrayList<>();
        table.codes("t_dat", days);
        int earlier = rule.fold().map(KFold::number).orElse(0);
        LocalDate last = LocalDate.parse(Collections.max(days)).minusDays(earlier * (DAYS + 1L));
        LocalDate start = last.minusDays(DAYS);
        Set<String> before = new HashSet<>();
        Set<String> test = new HashSet<>();
        for (String name : days) {
            LocalDate day = LocalDate.parse(name);
            if (day.isBefore(start)) {
                before.add(name);
            } else if (!day.isAfter(last)) {
                test.add(name);
            }
        }
        RowSplit split = new RowSplit(
                RowSplit.byMembers(table, "t_dat", before).test(),
                RowSplit.byMembers(table, "t_dat", test).test());
        if (split.train().length == 0 || split.test().length == 0) {
            throw new UserError("the raw data has too few days to hold out " + (DAYS + 1) + " of them");
        }
        return split;
    }

    @Override
    public void run(Work work) throws IOException {
        PandasTable table = work.rows().table();
        int customer = table.at("customer_id");
        int article = table.at("article_id");
        Map<String, List<String>> bought = new TreeMap<>();
        for (String[] row : work.rows().cells(Part.TEST)) {
            bought.computeIfAbsent(row[customer], key -> new ArrayList<>()).add(row[article]);
        }
        PandasWriter.write(
                work.out("private/answers.csv"),
                List.of("customer_id", "prediction"),
                bought.entrySet().stream()
                        .map(each -> new String[] {each.getKey(), String.join(" ", each.getValue())})
                        .toList());
    }
}
