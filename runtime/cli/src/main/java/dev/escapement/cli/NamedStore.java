package dev.escapement.cli;

import java.util.Optional;

/** A command on a store. */
interface NamedStore {

    /** Returns the path or the URL of the store without passwords; empty for the store of an application. */
    Optional<String> storeName();
}
