package dev.escapement.samples.deploybot;

import java.time.LocalDate;

/**
 * A tag in the repository.
 *
 * @param name the version, like v1.4.2
 * @param commit the tagged commit
 * @param date the date of the tag
 */
record Tag(String name, String commit, LocalDate date) {}
