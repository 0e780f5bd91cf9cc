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

    /// Rows for `docs/measurements.md`: what, figure, ratio, command, commit.
    public List<String> markdown(Machine machine) {
        List<String> rows = new ArrayList<>();
        String tail = "`./palabre bench %s` | %s |".formatted(benchmark, machine.commit());
        for (Table table : tables) {
            for (Table.Row row : table.rows()) {
                rows.add(
                        "| %s: %s | %s | | %s"
                                .formatted(table.title(), row.name(), figures(table, row), tail));
            }
        }
        for (Goal goal : goals) {
            rows.add("| %s, goal | | %s | %s".formatted(benchmark, goal, tail));
        }
        return rows;
    }

    private static String figures(Table table, Table.Row row) {
        List<String> figures = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            double figure = row.figures().get(i);
            Table.Column column = table.columns().get(i);
            if (!Double.isNaN(figure)) {
                figures.add(column.name() + " " + column.print(figure));
            }
        }
        return String.join(", ", figures);
    }
}
