#!/usr/bin/env node
console.log('dotkit');
