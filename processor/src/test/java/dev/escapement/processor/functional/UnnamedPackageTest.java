package dev.escapement.processor.functional;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.escapement.processor.EscapementProcessor;
import org.junit.jupiter.api.Test;

/** Tests of types in the unnamed package, which other packages cannot refer to. */
class UnnamedPackageTest {

    @Test
    void everythingIsGeneratedThereToo() {
        Compilation compilation = Compiler.javac()
                .withProcessors(new EscapementProcessor())
                .withOptions("-Xlint:all", "-Werror")
                .compile(JavaFileObjects.forSourceString("Greeter", """
                        import dev.escapement.*;

                        @Agent(onText = OnText.FINISH)
                        class Greeter {
                          /**
                           * Greet someone.
                           * @param name who
                           */
                          @Tool record Greet(Name name) {}
                          @Codec record Name(String first) {}

                          @Prompt String prompt() { return ""; }
                          @Step Name greet(Greet call) { return call.name(); }
                        }

                        class Uses {
                          String json = Greeter_GreetSpec.INSTANCE.encode(new Greeter.Greet(new Greeter.Name("Ann")));
                          GreeterLoop loop = new GreeterLoop(new Greeter());
                        }
                        """));
        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation).generatedSourceFile("Greeter_NameCodec");
    }
}
