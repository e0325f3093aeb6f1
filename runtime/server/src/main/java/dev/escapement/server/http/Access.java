package dev.escapement.server.http;

import dev.escapement.server.Role;
import java.util.Optional;

/** The access that a route requires. Every route declares it. */
public enum Access {

    /** No identity. Only for static files, and for the exchange of the token of the first start. */
    PUBLIC,

    /** A signature that the route itself verifies. */
    SIGNATURE,

    /** An identity; the handler checks the permission of each decision. */
    IDENTITY,

    /** An identity with {@link Role#READER}. */
    READER,

    /** An identity with {@link Role#STARTER}. */
    STARTER,

    /** An identity with {@link Role#OPERATOR}. */
    OPERATOR,

    /** An identity with {@link Role#DRIVER}. */
    DRIVER;

    /** {@return the role that the filter requires; empty if it requires none} */
    public Optional<Role> role() {
        return switch (this) {
            case PUBLIC, SIGNATURE, IDENTITY -> Optional.empty();
            case READER -> Optional.of(Role.READER);
            case STARTER -> Optional.of(Role.STARTER);
            case OPERATOR -> Optional.of(Role.OPERATOR);
            case DRIVER -> Optional.of(Role.DRIVER);
        };
    }

    /** {@return whether the filter requires an identity} */
    public boolean requiresIdentity() {
        return this != PUBLIC && this != SIGNATURE;
    }
}
