package dev.escapement.run;

import java.util.Objects;

/**
 * The identity of a person who approves, refuses or resolves calls. The application must authenticate and authorize the
 * person.
 *
 * @param name the name of the person in the thread, not blank
 */
public record Approver(String name) {
    public Approver {
        Objects.requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("an approver requires a name");
        }
    }

    /**
     * Returns an approver with a given name.
     *
     * @param name the name of the person, not blank
     * @return the approver
     * @throws IllegalArgumentException if the name is blank
     */
    public static Approver of(String name) {
        return new Approver(name);
    }
}
