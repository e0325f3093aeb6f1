/** A benchmark of the annotation processor, compared with compiling the sources that it generates. */
package dev.escapement.samples.benchmarks.compile;
