package dev.escapement.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The labels of threads in the output for people. */
final class LabelText {

    private LabelText() {}

    /** Returns labels in the order of their names, in the form of the option {@code --label}. */
    static String of(Map<String, String> labels) {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .collect(Collectors.joining(", "));
    }
}
