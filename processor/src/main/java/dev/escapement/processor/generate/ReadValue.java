package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;

/**
 * How a value is read.
 *
 * @param before statements to be run first; empty if one expression is enough
 * @param value an expression that is the value
 */
record ReadValue(CodeBlock before, CodeBlock value) {

    /** A value that one expression reads. */
    static ReadValue of(CodeBlock expression) {
        return new ReadValue(CodeBlock.of(""), expression);
    }
}
