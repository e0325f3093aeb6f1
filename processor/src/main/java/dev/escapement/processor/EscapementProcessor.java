package dev.escapement.processor;

import com.google.auto.service.AutoService;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.Reporter;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.read.AgentReader;
import dev.escapement.processor.read.ReadContext;
import dev.escapement.processor.read.UnresolvedTypeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** The annotation processor: takes each annotated type through the stages, in the first round in which it is complete. */
@AutoService(Processor.class)
public final class EscapementProcessor extends AbstractProcessor {

    static final String NAMING = "escapement.naming";

    private static final List<String> TYPE_ANNOTATIONS =
            List.of(RuntimeNames.TOOL, RuntimeNames.CODEC, RuntimeNames.AGENT);

    private record Work(String type, String annotation) {}

    /** What waits for a later round, with the type that it waits for. Names, because elements live one round. */
    private final Map<Work, Missing> deferred = new LinkedHashMap<>();

    /** A type that is not there; the compiler itself tells if it is source that refers to it. */
    private record Missing(String type, boolean told) {}

    private Reporter reporter;
    private Naming naming = Naming.AS_DECLARED;

    /** For the compiler. */
    public EscapementProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(
                RuntimeNames.TOOL, RuntimeNames.CODEC, RuntimeNames.AGENT, RuntimeNames.STEP, RuntimeNames.PROMPT);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(NAMING);
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        reporter = new Reporter(environment.getMessager());
        String option = environment.getOptions().get(NAMING);
        if (option != null) {
            naming = Naming.ofOption(option).orElse(naming);
            if (Naming.ofOption(option).isEmpty()) {
                reporter.print(ProblemKind.BAD_OPTION, NAMING, option, "as_declared, snake_case");
            }
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        round.getRootElements().forEach(reporter::compiling);
        if (round.processingOver()) {
            if (!round.errorRaised()) {
                deferred.forEach(this::reportUnresolved);
            }
            return false;
        }
        reportStray(RuntimeNames.STEP, round);
        reportStray(RuntimeNames.PROMPT, round);
        Map<Work, TypeElement> work = new LinkedHashMap<>();
        deferred.keySet().forEach(item -> work.put(item, type(item)));
        deferred.clear();
        for (String annotation : TYPE_ANNOTATIONS) {
            for (TypeElement type : ElementFilter.typesIn(annotated(annotation, round))) {
                work.put(new Work(type.getQualifiedName().toString(), annotation), type);
            }
        }
        if (!work.isEmpty()) {
            ReadContext context =
                    new ReadContext(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), naming);
            Stages stages = new Stages(context, processingEnv.getFiler());
            work.forEach((item, type) -> process(item, type, stages));
        }
        return false; // never claimed: other processors may want these annotations too
    }

    private void process(Work work, TypeElement type, Stages stages) {
        try {
            reporter.print(stages.process(type, work.annotation()), type);
        } catch (UnresolvedTypeException e) {
            deferred.put(work, new Missing(e.type(), reporter.isCompiled(e.where())));
        }
    }

    private void reportUnresolved(Work work, Missing missing) {
        if (!missing.told()) {
            TypeElement type = type(work);
            Problems problems = new Problems();
            problems.add(ProblemKind.UNRESOLVED, SourceRef.of(type), work.type(), missing.type());
            reporter.print(problems, type);
        }
    }

    /** A step or a prompt that no agent has. */
    private void reportStray(String annotation, RoundEnvironment round) {
        for (ExecutableElement method : ElementFilter.methodsIn(annotated(annotation, round))) {
            reporter.print(AgentReader.stray(method, annotation), method);
        }
    }

    private TypeElement type(Work work) {
        return Objects.requireNonNull(processingEnv.getElementUtils().getTypeElement(work.type()), work::type);
    }

    private Set<? extends Element> annotated(String annotation, RoundEnvironment round) {
        TypeElement type = processingEnv.getElementUtils().getTypeElement(annotation);
        return type == null ? Set.of() : round.getElementsAnnotatedWith(type);
    }
}
