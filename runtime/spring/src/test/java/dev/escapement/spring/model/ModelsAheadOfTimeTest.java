package dev.escapement.spring.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.spring.autoconfigure.LangChain4jAutoConfiguration;
import dev.escapement.spring.autoconfigure.ModelAutoConfiguration;
import dev.escapement.spring.autoconfigure.SpringAiAutoConfiguration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

/** The definitions of models in ahead-of-time processing. */
class ModelsAheadOfTimeTest {

    @Test
    void eachConfigurationIsProcessed() {
        InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.register(
                    ModelAutoConfiguration.class, SpringAiAutoConfiguration.class, LangChain4jAutoConfiguration.class);
            DefaultGenerationContext generation =
                    new DefaultGenerationContext(new ClassNameGenerator(ClassName.get("shop", "Application")), files);
            new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
            generation.writeGeneratedContent();
        }
        List<String> sources =
                List.copyOf(files.getGeneratedFiles(GeneratedFiles.Kind.SOURCE).keySet());
        assertEquals(
                List.of(true, true, true),
                Stream.of("ModelAuto", "SpringAiAuto", "LangChain4jAuto")
                        .map(name -> sources.stream().anyMatch(source -> source.contains(name)))
                        .toList());
    }
}
