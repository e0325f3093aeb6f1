/**
 * The command line {@code escapement}: commands that list and show threads, record the decisions of people, and verify
 * and migrate stores. Depends on the runtime, the JDBC store and picocli.
 */
package dev.escapement.cli;
