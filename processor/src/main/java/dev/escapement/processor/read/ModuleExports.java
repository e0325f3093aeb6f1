package dev.escapement.processor.read;

import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The packages and modules that the users of one module can read. */
final class ModuleExports {

    private final Elements elements;
    private final PackageElement from;

    /** Creates an instance for the module of a class. */
    ModuleExports(Elements elements, Element from) {
        this.elements = elements;
        this.from = elements.getPackageOf(from);
    }

    /**
     * Returns whether a class is hidden from other modules, which read the class for which this instance was created.
     */
    boolean hide(TypeElement type) {
        ModuleElement module = elements.getModuleOf(from);
        ModuleElement other = elements.getModuleOf(type);
        if (module == null || other == null || module.isUnnamed() || !isExported(module, from)) {
            return false;
        }
        return !isExported(other, elements.getPackageOf(type)) || !isTransitive(module, other);
    }

    private static boolean isExported(ModuleElement module, PackageElement exported) {
        return ElementFilter.exportsIn(module.getDirectives()).stream()
                .anyMatch(exports -> exports.getPackage().equals(exported) && exports.getTargetModules() == null);
    }

    private static boolean isTransitive(ModuleElement module, ModuleElement other) {
        return module.equals(other)
                || other.getQualifiedName().contentEquals("java.base")
                || ElementFilter.requiresIn(module.getDirectives()).stream()
                        .anyMatch(requires -> requires.isTransitive()
                                && requires.getDependency().equals(other));
    }
}
