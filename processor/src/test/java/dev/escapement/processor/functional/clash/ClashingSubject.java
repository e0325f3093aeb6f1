package dev.escapement.processor.functional.clash;

import dev.escapement.processor.functional.Subject;

/** What another package may know of this one, in which all else is package-private. */
public final class ClashingSubject {

    private ClashingSubject() {}

    /** The tool. */
    public static Subject<?> subject() {
        return new Subject<>(Clashing.class, ClashingSpec.INSTANCE);
    }
}
