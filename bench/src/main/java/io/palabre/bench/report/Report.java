// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.report;

import java.util.ArrayList;
import java.util.List;

/// What one benchmark found.
///
/// @param conditions how it was run: cores, rounds
/// @param notes what was left out and why
public record Report(
        String benchmark,
        String conditions,
        List<Table> tables,
        List<Goal> goals,
        List<String> notes) {

    /// For a terminal.
    public String text(Machine machine) {
        StringBuilder text = new StringBuilder("\n== %s ==\n".formatted(benchmark));
        text.append(machine).append('\n').append(conditions).append('\n');
        for (Table table : tables) text.append('\n').append(table.text());
        if (!goals.isEmpty()) text.append('\n');
        for (Goal goal : goals) text.append("  goal: ").append(goal).append('\n');
        for (String note : notes) text.append("  note: ").append(note).append('\n');
        return text.toString();
    }

    /// Rows for `docs/measurements.md`: what, figure, unit, ratio, goal, met?, command, commit.
    public List<String> markdown(Machine machine) {
        List<String> rows = new ArrayList<>();
        for (Table table : tables) {
            for (Table.Row row : table.rows()) rows.addAll(figures(table, row, machine));
        }
        for (Goal goal : goals) {
            String figure = goal.isRatio() ? "" : goal.figure();
            String ratio = goal.isRatio() ? goal.figure() : "";
            rows.add(
                    line(
                            machine,
                            benchmark + ", " + goal.name(),
                            figure,
                            goal.unit(),
                            ratio,
                            goal.wanted(),
                            goal.verdict()));
        }
        return rows;
    }

    /// A row for each figure; the ratio stands beside the first.
    private List<String> figures(Table table, Table.Row row, Machine machine) {
        List<String> rows = new ArrayList<>();
        String ratio = table.ratio(row);
        for (int i = 0; i < table.columns().size(); i++) {
            Table.Column column = table.columns().get(i);
            double figure = row.figures().get(i);
            if (column.use() != Table.Column.Use.FIGURE || Double.isNaN(figure)) continue;
            String what = table.title() + ": " + row.name();
            String beside = rows.isEmpty() ? ratio : "";
            rows.add(line(machine, what, column.print(figure), column.name(), beside, "", ""));
        }
        return rows;
    }

    private String line(Machine machine, String... cells) {
        return "| %s | `./palabre bench %s` | %s |"
                .formatted(String.join(" | ", cells), benchmark, machine.commit());
    }
}
