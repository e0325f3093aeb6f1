/**
 * The annotations in class files, read with ASM. Some compilers do not report annotations on types that they read from
 * class files. This package uses no other stage; only it uses ASM.
 */
@NullMarked
package dev.escapement.processor.classfile;

import org.jspecify.annotations.NullMarked;
