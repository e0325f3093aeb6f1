package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;

/**
 * The code that reads a value.
 *
 * @param before the statements before the expression; may be empty
 * @param value the expression of the value
 */
record ValueDecoderCode(CodeBlock before, CodeBlock value) {

    /** Creates the code of a value that one expression reads. */
    static ValueDecoderCode of(CodeBlock expression) {
        return new ValueDecoderCode(CodeBlock.of(""), expression);
    }
}
