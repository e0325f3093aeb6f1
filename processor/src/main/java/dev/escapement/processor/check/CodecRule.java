package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.CodecModel;

/** Something that must be true of every type with a codec, tools included. */
@FunctionalInterface
interface CodecRule {

    /** Adds what is wrong. */
    void check(CodecModel codec, Problems problems);
}
