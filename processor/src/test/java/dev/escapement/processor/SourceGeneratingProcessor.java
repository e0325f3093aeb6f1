package dev.escapement.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** A second annotation processor, which writes one source per round until its list is empty. */
final class SourceGeneratingProcessor extends AbstractProcessor {

    private final List<String> sources;
    private int round;

    SourceGeneratingProcessor(String... sources) {
        this.sources = List.of(sources);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
        if (!environment.processingOver() && round < sources.size()) {
            String source = sources.get(round);
            round++;
            try (Writer out = processingEnv
                    .getFiler()
                    .createSourceFile(SourceFiles.className(source))
                    .openWriter()) {
                out.write(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return false;
    }
}
