/** Tests that build projects of frameworks outside this build, and run them on each JDK of this computer. */
@NullMarked
package dev.escapement.frameworks;

import org.jspecify.annotations.NullMarked;
