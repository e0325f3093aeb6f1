package dev.escapement.processor;

import com.google.auto.service.AutoService;
import dev.escapement.processor.DeferredTypes.AnnotatedTypeName;
import dev.escapement.processor.diagnostic.Reporter;
import dev.escapement.processor.lock.LockFolder;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.read.AgentReader;
import dev.escapement.processor.read.ReadContext;
import dev.escapement.processor.read.UnresolvedTypeException;
import dev.escapement.processor.read.UpcastReader;
import java.util.Map;
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

/**
 * The entry point of the annotation processor, called by the compiler. Processes each annotated type in the first round
 * in which all types to which it refers can be resolved.
 */
@AutoService(Processor.class)
public final class EscapementProcessor extends AbstractProcessor {

    private final DeferredTypes deferred = new DeferredTypes();
    private Reporter reporter;
    private Options options = Options.DEFAULT;
    private LockFolder locks;

    /** Creates a processor. The compiler calls this constructor. */
    public EscapementProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return AnnotationClaims.SUPPORTED;
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Options.NAMES;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        reporter = new Reporter(environment.getMessager());
        options = Options.read(environment.getOptions(), reporter);
        locks = new LockFolder(environment.getOptions(), reporter);
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // see AnnotationClaims
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        round.getRootElements().forEach(reporter::compiling);
        if (round.processingOver()) {
            if (!round.errorRaised()) {
                deferred.report(processingEnv.getElementUtils(), reporter);
                locks.write(reporter);
            }
            return false;
        }
        Map<String, Set<? extends Element>> annotated = AnnotationClaims.annotated(annotations, round);
        AgentReader.METHOD_ANNOTATIONS.forEach(
                annotation -> reportStray(annotation, annotated.getOrDefault(annotation, Set.of())));
        for (ExecutableElement upcast :
                ElementFilter.methodsIn(annotated.getOrDefault(RuntimeNames.UPCAST, Set.of()))) {
            reporter.print(UpcastReader.problems(upcast), upcast);
        }
        Map<AnnotatedTypeName, TypeElement> types = deferred.takeAll(processingEnv.getElementUtils());
        for (String annotation : ProcessingPipeline.TYPE_ANNOTATIONS) {
            for (TypeElement type : ElementFilter.typesIn(annotated.getOrDefault(annotation, Set.of()))) {
                types.put(AnnotatedTypeName.of(type, annotation), type);
            }
        }
        if (!types.isEmpty()) {
            ReadContext context = ReadContext.of(processingEnv, options.naming(), reporter::isCompiled);
            ProcessingPipeline pipeline =
                    new ProcessingPipeline(context, processingEnv.getFiler(), options.dialects(), locks);
            types.forEach((name, type) -> process(name, type, pipeline));
        }
        return AnnotationClaims.areMade(annotations, round, !deferred.isEmpty());
    }

    private void process(AnnotatedTypeName name, TypeElement type, ProcessingPipeline pipeline) {
        try {
            reporter.print(pipeline.process(type, name.annotation()), type);
        } catch (UnresolvedTypeException e) {
            deferred.add(name, e, reporter);
        }
    }

    /**
     * Reports each annotated method that is not declared in an agent, and each annotated class that is not an agent.
     */
    private void reportStray(String annotation, Set<? extends Element> annotated) {
        for (ExecutableElement method : ElementFilter.methodsIn(annotated)) {
            reporter.print(AgentReader.stray(method, annotation), method);
        }
        for (TypeElement type : ElementFilter.typesIn(annotated)) {
            reporter.print(AgentReader.strayOptions(type), type);
        }
    }
}
