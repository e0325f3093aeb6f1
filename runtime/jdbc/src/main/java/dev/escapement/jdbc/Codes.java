package dev.escapement.jdbc;

import dev.escapement.run.Standing.Kind;
import dev.escapement.run.Standing.Phase;
import java.util.Arrays;

/** The numbers of phases and kinds in the database. They do not change between releases. */
final class Codes {

    private Codes() {}

    static int of(Phase phase) {
        return switch (phase) {
            case RUNNABLE -> 0;
            case WAITING -> 1;
            case FINISHED -> 2;
            case STOPPED -> 3;
        };
    }

    static int of(Kind kind) {
        return switch (kind) {
            case APPROVAL -> 0;
            case REPLY -> 1;
            case DECISION -> 2;
            case MESSAGE -> 3;
            case CHILD -> 4;
        };
    }

    static Phase phase(int code) {
        return Arrays.stream(Phase.values())
                .filter(phase -> of(phase) == code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("esc_thread contains the unknown status " + code));
    }

    static Kind kind(int code) {
        return Arrays.stream(Kind.values())
                .filter(kind -> of(kind) == code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("esc_question contains the unknown kind " + code));
    }
}
