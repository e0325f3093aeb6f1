package dev.escapement.processor.functional.clash;

import dev.escapement.processor.functional.Subject;

/** A public accessor to this package's subject, the rest of which is package-private. */
public final class ClashingSubject {

    private ClashingSubject() {}

    /** Returns the tool. */
    public static Subject<?> subject() {
        return new Subject<>(Clashing.class, ClashingSpec.INSTANCE);
    }
}
