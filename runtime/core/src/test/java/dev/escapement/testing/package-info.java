/** Rules about bytecode that any module can check itself against. Depends on ASM and on nothing of JUnit. */
package dev.escapement.testing;
