package dev.escapement.internal.lock;

import java.util.List;
import java.util.Map;

/**
 * The declarations with which an agent completes calls that its earlier versions recorded.
 *
 * @param tools the current names of tools by their former names
 * @param arguments the beginnings of fingerprints whose arguments are converted, by the current names of tools
 * @param results the beginnings of fingerprints whose replies or results are converted, by the current names of tools
 */
public record Successors(
        Map<String, String> tools, Map<String, List<String>> arguments, Map<String, List<String>> results) {

    /** No declarations. */
    public static final Successors NONE = new Successors(Map.of(), Map.of(), Map.of());

    boolean convertsArguments(String tool, LockSchema locked) {
        return isConverted(arguments, tool, locked);
    }

    boolean convertsResult(String tool, LockSchema locked) {
        return isConverted(results, tool, locked);
    }

    private static boolean isConverted(Map<String, List<String>> converted, String tool, LockSchema locked) {
        String fingerprint = locked.fingerprint();
        return converted.getOrDefault(tool, List.of()).stream()
                .anyMatch(from -> fingerprint.startsWith(from) || from.startsWith(fingerprint));
    }
}
