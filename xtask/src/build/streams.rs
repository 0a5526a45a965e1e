//! Takes out the helpers that hand Rust's streams to scripts. Leptos brings them along for servers, and we have none.
//!
//! Two things keep them in: wasm-bindgen exports them, with classes in the glue that call them, and the table of
//! functions, which the parts of a program share, holds pointers to them. So the classes go, and the functions
//! become a single instruction each. What they alone had called goes when the code is shrunk. Together this is 3 kB
//! less for every page, after compression.
//!
//! **Invariant:** nothing of ours names a stream. A page that did would stop, and every story would see that.

use anyhow::Result;
use std::path::Path;
use walrus::{FunctionBuilder, FunctionKind, LocalFunction, Module, ModuleConfig};

/// The crate of the helpers, as compilers write it into names.
const CRATE: &str = "wasm_streams";

/// The glue without the classes.
pub fn without_classes(glue: &str) -> String {
    let starts = [
        "export class IntoUnderlying",
        "if (Symbol.dispose) IntoUnderlying",
        "const IntoUnderlying",
    ];
    let mut kept = String::new();
    let mut until: Option<fn(&str) -> bool> = None;
    for line in glue.lines() {
        if until.is_none() && starts.iter().any(|start| line.starts_with(start)) {
            until = Some(if line.starts_with("export") {
                |line| line == "}"
            } else {
                |line| line.ends_with(';')
            });
        }
        match until {
            None => kept.extend([line, "\n"]),
            Some(is_end) if is_end(line) => until = None,
            Some(_) => {}
        }
    }
    kept
}

/// Empties the functions in this file. They must have their names still.
pub fn empty_functions(file: &Path) -> Result<()> {
    // Anything else that is in the file stays as it is.
    let mut config = ModuleConfig::new();
    config.generate_producers_section(false);
    let mut module = config.parse_file(file)?;
    let of_streams = |name: &Option<String>| name.as_ref().is_some_and(|name| name.contains(CRATE));
    let ids: Vec<_> = module
        .funcs
        .iter_local()
        .map(|(id, _)| id)
        .filter(|id| of_streams(&module.funcs.get(*id).name))
        .collect();
    for id in ids {
        let empty = stop(&mut module, id)?;
        module.funcs.get_mut(id).kind = FunctionKind::Local(empty);
    }
    module.emit_wasm_file(file)
}

/// A function of the same type that stops the program.
fn stop(module: &mut Module, id: walrus::FunctionId) -> Result<LocalFunction> {
    let kind = module.types.get(module.funcs.get(id).ty());
    let (takes, gives) = (kind.params().to_vec(), kind.results().to_vec());
    let args = takes.iter().map(|kind| module.locals.add(*kind)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &takes, &gives);
    builder.func_body().unreachable();
    Ok(builder.local_func(args))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_loses_its_streams_and_nothing_else() {
        let glue = "export class IntoUnderlyingSink {\n    free() {\n    }\n}\n\
                    if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = free;\n\
                    function kept() {\n}\n\
                    const IntoUnderlyingSinkFinalization = (x)\n    ? 1\n    : 2;\nlet also;\n";
        assert_eq!(without_classes(glue), "function kept() {\n}\nlet also;\n");
    }

    #[test]
    fn only_functions_of_streams_are_emptied() {
        let mut module = Module::default();
        for (name, export) in [("_RNvC12wasm_streams4pull", "a"), ("_RNvC3app4draw", "b")] {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
            builder.name(name.to_owned()).func_body().i32_const(1).drop();
            let id = builder.finish(Vec::new(), &mut module.funcs);
            module.exports.add(export, id);
        }
        let file = std::env::temp_dir().join(format!("ask-together-{}.wasm", std::process::id()));
        module.emit_wasm_file(&file).unwrap();
        empty_functions(&file).unwrap();
        let after = Module::from_file(&file).unwrap();
        std::fs::remove_file(&file).unwrap();
        let is_empty = |export| {
            let id = after.exports.get_func(export).unwrap();
            after.funcs.get(id).kind.unwrap_local().size() == 1
        };
        assert_eq!(["a", "b"].map(is_empty), [true, false]);
    }
}
