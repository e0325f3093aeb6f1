package dev.escapement.internal.lock;

import java.util.Optional;

/** The declarations with which an agent completes calls that its earlier versions recorded. */
public interface Successors {

    /** No declarations. */
    Successors NONE = new Successors() {
        @Override
        public Optional<String> tool(String former) {
            return Optional.empty();
        }

        @Override
        public boolean convertsArguments(String tool, String fingerprint) {
            return false;
        }

        @Override
        public boolean convertsResult(String tool, String fingerprint) {
            return false;
        }
    };

    /**
     * Returns the current name of a tool.
     *
     * @param former a former name
     * @return the current name; empty if no tool had the former name
     */
    Optional<String> tool(String former);

    /**
     * Returns whether the arguments of recorded calls are converted.
     *
     * @param tool the current name of the tool
     * @param fingerprint the fingerprint of the recorded form
     * @return whether a conversion begins with the form
     */
    boolean convertsArguments(String tool, String fingerprint);

    /**
     * Returns whether recorded replies or results are converted.
     *
     * @param tool the current name of the tool
     * @param fingerprint the fingerprint of the recorded form
     * @return whether a conversion begins with the form
     */
    boolean convertsResult(String tool, String fingerprint);
}
