/** A benchmark that compares the schemas of tools: constants in Escapement, generated at run time by its peers. */
package dev.escapement.samples.benchmarks.schema;
