# How every target of Kontor is built: strict, fast to link, and cached where ccache is present.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

option(KONTOR_WERROR "Treat warnings as errors" ON)
option(KONTOR_SKIPS_FAIL "A test that skips something counts as failed" OFF)
option(KONTOR_PRECOMPILE "Read Qt's headers once for all test programs" OFF)
set(KONTOR_SANITIZE "" CACHE STRING "Sanitizers for all of Kontor's own code, such as address,undefined")

find_program(KONTOR_CCACHE ccache)
if(KONTOR_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${KONTOR_CCACHE})
endif()

add_library(kontor_settings INTERFACE)
target_include_directories(kontor_settings INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(kontor_settings INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
  QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(kontor_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
  -Wswitch -Wcast-align -Wunused)
if(KONTOR_WERROR)
  target_compile_options(kontor_settings INTERFACE -Werror)
endif()
if(KONTOR_SANITIZE)
  target_compile_options(kontor_settings INTERFACE -fsanitize=${KONTOR_SANITIZE} -fno-sanitize-recover=all
    -fno-omit-frame-pointer)
  target_link_options(kontor_settings INTERFACE -fsanitize=${KONTOR_SANITIZE})
endif()
find_program(KONTOR_MOLD mold)
if(KONTOR_MOLD)
  target_link_options(kontor_settings INTERFACE -fuse-ld=mold)
endif()

# kontor_library(FOLDER [LIBRARIES lib...]): one static library of all sources in the current folder,
# named after the folder. Migrations beside the sources are compiled in as resources.
function(kontor_library name)
  cmake_parse_arguments(arg "" "" "LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
  add_library(kontor_${name} STATIC ${sources})
  target_link_libraries(kontor_${name} PUBLIC kontor_settings Qt6::Core ${arg_LIBRARIES})
  file(GLOB migrations CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} migrations/*.sql)
  if(migrations)
    qt_add_resources(kontor_${name} ${name}_migrations
      PREFIX /migrations/${name} BASE migrations FILES ${migrations} OUTPUT_TARGETS resources)
    if(resources)
      set_target_properties(${resources} PROPERTIES AUTOMOC OFF)
    endif()
  endif()
endfunction()

# What every test program is told, and what it is found by: the folder's name and its own as labels, so that
# `ctest -L '^core$'` runs the tests of a folder and the target core_tests builds them.
function(kontor_add_test name)
  get_filename_component(folder ${CMAKE_CURRENT_SOURCE_DIR} NAME)
  if(NOT TARGET ${folder}_tests)
    add_custom_target(${folder}_tests)
  endif()
  add_dependencies(${folder}_tests ${name})
  # Whole programs have time limits (below), not their functions: a busy machine is no failure.
  set(environment "QT_QPA_PLATFORM=offscreen" "KONTOR_SOURCE_DIR=${CMAKE_SOURCE_DIR}" "QTEST_FUNCTION_TIMEOUT=3600000")
  set(sanitizers ${CMAKE_SOURCE_DIR}/tests/sanitizers)
  if(KONTOR_SANITIZE MATCHES "thread")
    # Without GLib, whose event loop is not built for it either. (The option to ignore what comes from such modules
    # ignores also all that is done in threads that Qt started.)
    list(APPEND environment "QT_NO_GLIB=1" "TSAN_OPTIONS=exitcode=66:suppressions=${sanitizers}/races.supp")
  elseif(KONTOR_SANITIZE)
    list(APPEND environment "LSAN_OPTIONS=suppressions=${sanitizers}/leaks.supp" "UBSAN_OPTIONS=print_stacktrace=1")
  endif()
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS "${folder};${name}" ENVIRONMENT "${environment}")
endfunction()

# kontor_test(NAME LIBRARIES lib...): one Qt Test program from NAME.cpp in the current folder.
function(kontor_test name)
  cmake_parse_arguments(arg "" "TIMEOUT" "LIBRARIES;SOURCES" ${ARGN})
  add_executable(${name} ${name}.cpp ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE kontor_settings Qt6::Test ${arg_LIBRARIES})
  set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
  if(NOT arg_SOURCES)
    # One call of moc instead of AUTOMOC's four steps, which a hundred programs feel.
    set(moc ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
    qt_generate_moc(${name}.cpp ${moc} TARGET ${name})
    set_source_files_properties(${name}.cpp PROPERTIES OBJECT_DEPENDS ${moc})
    target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
  endif()
  if(KONTOR_PRECOMPILE)
    target_link_libraries(${name} PRIVATE Qt6::Sql)
    target_precompile_headers(${name} REUSE_FROM kontor_test_headers)
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  if(KONTOR_SANITIZE)
    math(EXPR arg_TIMEOUT "10 * ${arg_TIMEOUT}")
  endif()
  kontor_add_test(${name})
  # The long ones first, also where no earlier run has told which they are.
  set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} COST ${arg_TIMEOUT})
  if(KONTOR_SKIPS_FAIL)
    set_tests_properties(${name} PROPERTIES FAIL_REGULAR_EXPRESSION "SKIP   : ")
  endif()
endfunction()

# Adds every folder below the current one that has a CMakeLists.txt.
function(kontor_folders)
  file(GLOB lists CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} */CMakeLists.txt)
  foreach(list ${lists})
    get_filename_component(folder ${list} DIRECTORY)
    add_subdirectory(${folder})
  endforeach()
endfunction()
