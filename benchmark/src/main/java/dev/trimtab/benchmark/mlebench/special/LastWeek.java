package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.mlebench.recipe.Part;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Split;
import dev.trimtab.benchmark.mlebench.recipe.RawData;
import dev.trimtab.benchmark.mlebench.recipe.RowSplit;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.recipe.SplitRule;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
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
        LocalDate start = LocalDate.parse(Collections.max(days)).minusDays(DAYS);
        Set<String> test = new HashSet<>();
        days.stream().filter(day -> !LocalDate.parse(day).isBefore(start)).forEach(test::add);
        return RowSplit.byMembers(table, "t_dat", test);
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
