/** A benchmark that compares compilation with the annotation processor to compilation of the generated sources. */
package dev.escapement.samples.benchmarks.compile;
