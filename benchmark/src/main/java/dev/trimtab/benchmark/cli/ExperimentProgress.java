package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.grid.CellRecord;
import dev.trimtab.benchmark.grid.GridListener;
import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.run.RunListener;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** An experiment's progress: on a terminal one line that changes in place, else a line for each cell that ends. */
final class ExperimentProgress implements GridListener {
    private static final int WIDTH = 110;

    private final PrintWriter out;
    private final int cells;
    private final boolean inPlace = Ansi.AUTO.enabled();
    private final Map<String, String> running = new LinkedHashMap<>();
    private int ended;
    private int failed;

    /** @param cells how many there are */
    ExperimentProgress(PrintWriter out, int cells) {
        this.out = out;
        this.cells = cells;
    }

    @Override
    public RunListener started(CellRecord cell) {
        at(cell.id(), "begins");
        return new RunListener() {
            @Override
            public void stepped(Progress progress) {
                at(cell.id(), progress.step() + "/" + progress.steps());
            }

            @Override
            public void noticed(String text) {}
        };
    }

    @Override
    public synchronized void alreadyFinished(int runs) {
        ended += runs;
        out.println("already finished: " + runs + " of " + Counted.of(cells, "run"));
        out.flush();
    }

    @Override
    public synchronized void ended(CellRecord cell) {
        ended++;
        boolean broken = cell.status() == CellRecord.Status.FAILED;
        failed += broken ? 1 : 0;
        running.remove(cell.id());
        if (inPlace) {
            show();
        } else {
            out.println(counts() + "  " + cell.id() + (broken ? " failed: " + cell.reason() : ""));
            out.flush();
        }
        if (inPlace && ended == cells) {
            out.println();
        }
    }

    private synchronized void at(String cell, String position) {
        running.put(cell, position);
        if (inPlace) {
            show();
        }
    }

    private void show() {
        StringBuilder line = new StringBuilder(counts());
        running.forEach(
                (cell, position) -> line.append("  ").append(cell).append(' ').append(position));
        line.setLength(Math.min(line.length(), WIDTH));
        out.print("\r\u001b[K" + line);
        out.flush();
    }

    private String counts() {
        return ended + "/" + Counted.of(cells, "run") + (failed == 0 ? "" : ", " + failed + " failed");
    }
}
