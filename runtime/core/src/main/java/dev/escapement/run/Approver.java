package dev.escapement.run;

import java.util.Objects;

/**
 * A person who decides about calls. That it really is this person, and may decide, has to be checked before.
 *
 * @param name names the person in the thread; never blank
 */
public record Approver(String name) {
    public Approver {
        Objects.requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("an approver needs a name");
        }
    }

    /**
     * Names a person.
     *
     * @param name the name, not blank
     * @return the approver
     */
    public static Approver of(String name) {
        return new Approver(name);
    }
}
