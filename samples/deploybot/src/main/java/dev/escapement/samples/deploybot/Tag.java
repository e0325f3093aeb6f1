package dev.escapement.samples.deploybot;

import java.time.LocalDate;

/**
 * A tag of the repository.
 *
 * @param name the version, like v1.4.2
 * @param commit the commit that it names
 * @param date when it was made
 */
record Tag(String name, String commit, LocalDate date) {}
