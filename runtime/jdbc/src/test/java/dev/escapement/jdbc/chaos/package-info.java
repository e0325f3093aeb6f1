/** Proofs with real processes that are killed and stopped. Uses {@code dev.escapement.jdbc} and its tests. */
package dev.escapement.jdbc.chaos;
