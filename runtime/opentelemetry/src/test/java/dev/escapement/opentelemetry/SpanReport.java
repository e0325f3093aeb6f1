package dev.escapement.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A textual report of the names, kinds, statuses, attributes and events of spans, and of the names and attributes of
 * metrics.
 */
final class SpanReport {

    private static final String OWN = "  (own)";

    private final TelemetryCollector collector;
    private final StringBuilder text = new StringBuilder();
    private int reported;

    SpanReport(TelemetryCollector collector) {
        this.collector = collector;
    }

    SpanReport line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** Adds the spans that ended since the last call, as trees. */
    void spans(String title) {
        List<SpanData> all = collector.spans();
        List<SpanData> spans = all.subList(reported, all.size());
        reported = all.size();
        line("").line("== " + title);
        spans.stream().filter(span -> !span.getParentSpanContext().isValid()).forEach(root -> tree("", root, spans));
    }

    private void tree(String indent, SpanData span, List<SpanData> spans) {
        line("");
        boolean isOwn = span.getAttributes().get(Conventions.OPERATION) == null;
        line(indent + span.getName() + ": " + span.getKind() + ", "
                + span.getStatus().getStatusCode()
                + (span.getStatus().getDescription().isEmpty()
                        ? ""
                        : " \"" + span.getStatus().getDescription() + "\"")
                + (isOwn ? OWN : ""));
        attributes(indent + "    ", span.getAttributes());
        span.getEvents().forEach(event -> {
            line(indent + "    event " + event.getName());
            attributes(indent + "        ", event.getAttributes());
        });
        spans.stream()
                .filter(child -> child.getParentSpanId().equals(span.getSpanId()))
                .forEach(child -> tree(indent + "  ", child, spans));
    }

    private void attributes(String indent, Attributes attributes) {
        Map<String, Object> sorted = new TreeMap<>();
        attributes.forEach((AttributeKey<?> key, Object value) -> sorted.put(key.getKey(), value));
        sorted.forEach((name, value) -> line(indent + name + " = " + value + own(name)));
    }

    private static String own(String name) {
        return name.startsWith("escapement.") ? OWN : "";
    }

    /** Adds all metrics, each with the names of its attributes. */
    void metrics() {
        line("").line("== Metrics");
        collector.metrics().stream()
                .sorted(Comparator.comparing(MetricData::getName))
                .forEach(metric -> {
                    line("").line(metric.getName() + ": " + metric.getType() + ", " + metric.getUnit());
                    TreeSet<String> names = new TreeSet<>();
                    for (PointData point : metric.getData().getPoints()) {
                        point.getAttributes().forEach((key, value) -> names.add(key.getKey()));
                    }
                    names.forEach(name -> line("    " + name + own(name)));
                });
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
