// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Rows of figures under named columns.
///
/// @param title what was measured, and how
/// @param first the name of the column of names
public record Table(String title, String first, List<Column> columns, List<Row> rows) {

    /// A column and the decimals and unit its figures are printed with.
    ///
    /// @param use what becomes of it in `docs/measurements.md`
    public record Column(String name, int decimals, String unit, Use use) {

        /// What becomes of a column in `docs/measurements.md`.
        public enum Use {
            /// A row of its own.
            FIGURE,
            /// The ratio beside the first figure.
            RATIO,
            /// For the terminal only.
            DETAIL
        }

        /// A figure whose unit is its name.
        public static Column figure(String name, int decimals) {
            return new Column(name, decimals, "", Use.FIGURE);
        }

        /// One figure over that of a reference.
        public static Column ratio(String name) {
            return new Column(name, 2, "×", Use.RATIO);
        }

        /// A figure for the terminal only.
        public static Column detail(String name, int decimals, String unit) {
            return new Column(name, decimals, unit, Use.DETAIL);
        }

        String print(double value) {
            return Double.isNaN(value)
                    ? "–"
                    : String.format(Locale.ROOT, "%,." + decimals + "f%s", value, unit);
        }
    }

    /// One line; NaN where there is no figure.
    public record Row(String name, List<Double> figures) {

        /// From figures in the order of the columns.
        public static Row of(String name, Double... figures) {
            return new Row(name, Arrays.asList(figures));
        }
    }

    /// A row's figure over the reference's, and whose that is; empty without such a column.
    String ratio(Row row) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            double figure = row.figures().get(i);
            if (column.use() == Column.Use.RATIO && !Double.isNaN(figure)) {
                return column.print(figure) + " " + column.name();
            }
        }
        return "";
    }

    /// For a terminal.
    public String text() {
        List<List<String>> cells = cells();
        int[] widths = widths(cells);
        StringBuilder text = new StringBuilder(title).append('\n');
        for (List<String> line : cells) {
            for (int i = 0; i < line.size(); i++) {
                int gap = widths[i] - line.get(i).length();
                String spaces = " ".repeat(gap);
                text.append("  ").append(i == 0 ? line.get(i) + spaces : spaces + line.get(i));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private List<List<String>> cells() {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(first));
        columns.forEach(column -> head.add(column.name()));
        lines.add(head);
        for (Row row : rows) {
            List<String> line = new ArrayList<>(List.of(row.name()));
            IntStream.range(0, columns.size())
                    .forEach(i -> line.add(columns.get(i).print(row.figures().get(i))));
            lines.add(line);
        }
        return lines;
    }

    private static int[] widths(List<List<String>> cells) {
        int[] widths = new int[cells.getFirst().size()];
        for (List<String> line : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        return widths;
    }
}
