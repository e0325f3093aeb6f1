package dev.escapement.run;

import dev.escapement.thread.Event;
import java.util.Objects;

/** Checks of arguments that all stores share. */
final class StoreArguments {

    private StoreArguments() {}

    /** Verifies the arguments of an append before anything is stored. */
    static void requireAppend(String id, Event event) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(event, "event");
        if (id.isEmpty()) {
            throw new IllegalArgumentException(RunMessages.EMPTY_ID);
        }
    }
}
