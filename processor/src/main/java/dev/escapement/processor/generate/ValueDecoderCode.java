package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;

/**
 * The code that reads a value, which consists of statements followed by an expression.
 *
 * @param before the statements before the expression, if any
 * @param value the expression of the value
 */
record ValueDecoderCode(CodeBlock before, CodeBlock value) {

    /** Returns the code for a value that a single expression reads. */
    static ValueDecoderCode of(CodeBlock expression) {
        return new ValueDecoderCode(CodeBlock.of(""), expression);
    }
}
