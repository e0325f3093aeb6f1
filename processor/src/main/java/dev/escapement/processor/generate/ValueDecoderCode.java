package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;

/**
 * How a value is read.
 *
 * @param before statements to be run first; empty if one expression is enough
 * @param value an expression that is the value
 */
record ValueDecoderCode(CodeBlock before, CodeBlock value) {

    /** A value that one expression reads. */
    static ValueDecoderCode of(CodeBlock expression) {
        return new ValueDecoderCode(CodeBlock.of(""), expression);
    }
}
