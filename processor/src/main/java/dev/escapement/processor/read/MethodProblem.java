package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.MethodFault;
import dev.escapement.processor.diagnostic.MethodRemedy;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.SourceRef;
import javax.lang.model.element.ExecutableElement;

/**
 * The reason why generated code cannot call a method of an agent.
 *
 * @param fault the fault of the method
 * @param remedy the change to make
 */
record MethodProblem(Clause fault, MethodRemedy remedy) {

    static final MethodProblem EXCEPTION = new MethodProblem(MethodFault.EXCEPTION, MethodRemedy.NO_EXCEPTION);

    /** Reports the problem. */
    void report(ProblemKind kind, ExecutableElement method, SourceRef at, Problems problems) {
        problems.add(kind, at, method.getSimpleName(), fault, remedy);
    }
}
