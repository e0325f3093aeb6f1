/** An agent of an application, for the tests of the starter. */
package dev.escapement.spring.permits;
