package dev.escapement.samples.deploybot;

import java.util.Locale;
import java.util.Optional;

/** A target environment of a deployment. */
enum Environment {
    STAGING,
    PRODUCTION;

    /** Returns the environment's name in lower case. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Environment> of(String label) {
        for (Environment environment : values()) {
            if (environment.label().equals(label)) {
                return Optional.of(environment);
            }
        }
        return Optional.empty();
    }
}
