package dev.escapement.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results of all benchmarks, printed as one Markdown table. */
public final class Table {

    private static final String HEAD =
            "| work | subject | median | ratio | bytes | note |%n|---|---|--:|--:|--:|---|%n";

    private final List<Row> rows = new ArrayList<>();

    /** Creates an empty table. */
    public Table() {}

    /**
     * Adds a row for each subject of one case.
     *
     * @param work the measured work and its size
     * @param unit the unit of the values
     * @param reference the subject by whose value the others are divided
     * @param medians the median of each subject
     */
    public void add(String work, String unit, String reference, Map<String, Sample> medians) {
        double base = medians.get(reference).value();
        medians.forEach((subject, sample) -> rows.add(new Row(work, subject, sample, unit, sample.value() / base, "")));
    }

    /**
     * Adds a row.
     *
     * @param row the row
     */
    public void add(Row row) {
        rows.add(row);
    }

    /**
     * Returns the rows.
     *
     * @return the rows, in the order in which they were added
     */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /**
     * Returns the table as Markdown.
     *
     * @return the text, which ends with a line separator
     */
    public String markdown() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, HEAD));
        String previous = "";
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s %s | %s | %s | %s |%n",
                    row.work().equals(previous) ? "" : row.work(),
                    row.subject(),
                    number(row.sample().value()),
                    row.unit(),
                    number(row.times()),
                    number(row.sample().bytes()),
                    row.note()));
            previous = row.work();
        }
        return text.toString();
    }

    /** Returns a number with about three significant digits, or an empty string for NaN. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        double size = Math.abs(value);
        int digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
