import dev.escapement.processor.EscapementProcessor;
import javax.annotation.processing.Processor;
import org.jspecify.annotations.NullMarked;

/** The Escapement annotation processor, needed only at compile time. */
@NullMarked
@SuppressWarnings("requires-automatic") // JavaPoet has no module descriptor
module dev.escapement.processor {
    requires java.compiler;
    requires static com.google.auto.service;
    // Static, because the packaged jar holds JavaPoet and ASM under names of their own.
    requires static com.palantir.javapoet;
    requires static org.objectweb.asm;
    // Static, because the packaged jar holds the shared packages under names of their own.
    requires static dev.escapement;
    requires static org.jspecify;

    provides Processor with
            EscapementProcessor;
}
