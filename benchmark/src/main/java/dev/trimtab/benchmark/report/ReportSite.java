package dev.trimtab.benchmark.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The pages of one report, which link to each other; every page is gathered anew when it is asked for. */
public interface ReportSite {
    /** Name of the first page, and of the one in each run's directory. */
    String PAGE = "report.html";

    /** Returns the directory that the pages are placed in. */
    Path root();

    /** Returns the pages that can be made now, by their path from the root with {@code /} between names, the first page first. */
    List<String> pages();

    /** Returns what a page shows now, or nothing where there is no such page. */
    Optional<ReportData> page(String path);

    /** Returns why runs that should have a page, or be compared, do not: a file of theirs is damaged, or they cannot be graded. */
    List<String> leftOut();

    /** Returns the files of which a page is made; it is as before while they are. */
    List<Path> sources(String path);
}
