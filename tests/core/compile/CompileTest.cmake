# Asks the compiler about a source: cmake -DCOMPILER=… -DOPTIONS=… -DSOURCE=… -DMESSAGE=… -P CompileTest.cmake
# Without MESSAGE it must compile; with one it must not, for the reason that the message names.
separate_arguments(options UNIX_COMMAND "${OPTIONS}")
execute_process(COMMAND ${COMPILER} ${options} -fsyntax-only ${SOURCE}
  RESULT_VARIABLE failed ERROR_VARIABLE said)
if(MESSAGE STREQUAL "")
  if(failed)
    message(FATAL_ERROR "does not compile: ${said}")
  endif()
elseif(NOT failed)
  message(FATAL_ERROR "compiles, and should not")
elseif(NOT said MATCHES "${MESSAGE}")
  message(FATAL_ERROR "does not compile, but for another reason: ${said}")
endif()
