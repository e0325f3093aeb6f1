package dev.escapement.processor;

import com.google.auto.service.AutoService;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.Reporter;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.read.ReadContext;
import dev.escapement.processor.read.UnresolvedTypeException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The annotation processor: takes each annotated type through the stages, in the first round in which it is complete. */
@AutoService(Processor.class)
public final class EscapementProcessor extends AbstractProcessor {

    static final String NAMING = "escapement.naming";

    private static final List<String> TYPE_ANNOTATIONS =
            List.of(RuntimeNames.TOOL, RuntimeNames.CODEC, RuntimeNames.AGENT);

    private record Work(String type, String annotation) {}

    /** What waits for a later round, with the type that it waits for. Names, because elements live one round. */
    private final Map<Work, String> deferred = new LinkedHashMap<>();

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
        naming = option == null ? Naming.AS_DECLARED : naming(option);
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
        Set<Work> work = new LinkedHashSet<>(deferred.keySet());
        for (String annotation : TYPE_ANNOTATIONS) {
            annotated(annotation, round).forEach(type -> work.add(new Work(type.toString(), annotation)));
        }
        deferred.clear();
        if (!work.isEmpty()) {
            ReadContext context =
                    new ReadContext(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), naming);
            Stages stages = new Stages(context, processingEnv.getFiler());
            work.forEach(item -> process(item, stages));
        }
        return false; // never claimed: other processors may want these annotations too
    }

    private void process(Work work, Stages stages) {
        TypeElement type = processingEnv.getElementUtils().getTypeElement(work.type());
        try {
            reporter.print(stages.process(type, work.annotation()), type);
        } catch (UnresolvedTypeException e) {
            deferred.put(work, e.type());
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            report(type, ProblemKind.INTERNAL, work.type(), trace);
        }
    }

    private void reportUnresolved(Work work, String missing) {
        TypeElement type = processingEnv.getElementUtils().getTypeElement(work.type());
        report(type, ProblemKind.UNRESOLVED, work.type(), missing);
    }

    /** A step or a prompt that no agent has. */
    private void reportStray(String annotation, RoundEnvironment round) {
        for (Element method : annotated(annotation, round)) {
            Element owner = Objects.requireNonNull(method.getEnclosingElement());
            boolean agent = owner.getAnnotationMirrors().stream()
                    .anyMatch(mirror -> mirror.getAnnotationType().toString().equals(RuntimeNames.AGENT));
            if (!agent) {
                String simpleName = annotation.substring(annotation.lastIndexOf('.') + 1);
                report(
                        method,
                        ProblemKind.STEP_OUTSIDE_AGENT,
                        method.getSimpleName(),
                        simpleName,
                        owner.getSimpleName());
            }
        }
    }

    private Set<? extends Element> annotated(String annotation, RoundEnvironment round) {
        TypeElement type = processingEnv.getElementUtils().getTypeElement(annotation);
        return type == null ? Set.of() : round.getElementsAnnotatedWith(type);
    }

    private void report(Element at, ProblemKind kind, Object... arguments) {
        Problems problems = new Problems();
        problems.add(kind, SourceRef.of(at), arguments);
        reporter.print(problems, at);
    }

    private Naming naming(String option) {
        for (Naming naming : Naming.values()) {
            if (naming.name().toLowerCase(Locale.ROOT).equals(option)) {
                return naming;
            }
        }
        reporter.print(ProblemKind.BAD_OPTION, NAMING, option, "as_declared, snake_case");
        return Naming.AS_DECLARED;
    }
}
